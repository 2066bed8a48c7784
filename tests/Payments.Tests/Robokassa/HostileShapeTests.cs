using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Actors.Payments.Robokassa;
using Actors.Payments.Tests.Kit;

namespace Actors.Payments.Tests.Robokassa;

/// <summary>Duplicate, nested, oversized and unreadable fields.</summary>
public sealed class HostileShapeTests : HostileNotifications
{
    [Fact]
    public async Task Duplicate_and_array_parameters_are_refused()
    {
        var form = TestPayments.Notification(Order);
        foreach (var name in (string[])["OutSum", "InvId", "SignatureValue", "outsum", "INVID"])
        {
            var value = form.Single(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
            await RefusedAsync(form.Append(KeyValuePair.Create(name, value)));
            await RefusedAsync(form.Append(KeyValuePair.Create(name, "1")));
        }

        await RefusedAsync(form.Where(f => f.Key != "OutSum").Append(KeyValuePair.Create("OutSum[]", form["OutSum"])));
        await RefusedAsync(form.Where(f => f.Key != "InvId").Append(KeyValuePair.Create("InvId[0]", form["InvId"])));
        await RefusedAsync(form.Append(KeyValuePair.Create("Shp_plan", "month")).Append(KeyValuePair.Create("shp_plan", "year")));
        var (sum, id) = (form["OutSum"], form["InvId"]);
        await RefusedAsync(Json($$"""{"OutSum":["{{sum}}"],"InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
        await RefusedAsync(Json($$"""{"OutSum":"{{sum}}","OutSum":"{{sum}}","InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
        await RefusedAsync(Json($$"""{"OutSum":{"a":"{{sum}}"},"InvId":"{{id}}","SignatureValue":"{{form["SignatureValue"]}}"}"""));
    }

    [Fact]
    public async Task Own_parameters_are_part_of_the_signature()
    {
        var form = TestPayments.Notification(Order);
        await RefusedAsync([.. form, new("Shp_plan", "month")]);
        var own = new[] { KeyValuePair.Create("shp_b", "2"), KeyValuePair.Create("SHP_a", "1@ 1") };
        form["SignatureValue"] = new RobokassaSigner("md5").Sign([form["OutSum"], form["InvId"]], "second", own);
        await RefusedAsync(form);
        await RefusedAsync([.. form, own[0], new("SHP_a", "2")]);
        (await Payments.PostAsync([.. form, .. own])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_parameter_of_a_mebibyte_is_too_large()
    {
        var long1 = new string('x', 1024 * 1024);
        (await Payments.PostAsync([.. TestPayments.Notification(Order), new("Shp_a", long1)])).Status.ShouldBe(413);
        (await Payments.PostAsync(Json($$"""{"Shp_a":"{{long1}}"}"""))).Status.ShouldBe(413);
        using var chunked = new StreamContent(new NoLength(Encoding.ASCII.GetBytes("Shp_a=" + long1)));
        chunked.Headers.ContentType = new("application/x-www-form-urlencoded");
        (await Payments.PostAsync(chunked)).Status.ShouldBe(413);
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData("application/json", "")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "{")]
    [InlineData("application/json", "{\"OutSum\":\"\\ud800\"}")]
    [InlineData("application/json", "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}")]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "=&=&%")]
    [InlineData("application/x-www-form-urlencoded", "OutSum=%FF%FE&InvId=%00&SignatureValue=%")]
    public async Task An_unreadable_body_is_refused(string type, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        (await Payments.PostAsync(content)).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("application/xml")]
    public async Task Other_content_types_are_refused(string type)
    {
        using var content = new StringContent("OutSum=1", Encoding.UTF8, type);
        (await Payments.PostAsync(content)).Status.ShouldBe(415);
    }

    [Fact]
    public async Task A_thousand_fields_are_refused()
    {
        var many = Enumerable.Range(0, 1000).Select(i => KeyValuePair.Create("f" + i.ToString(CultureInfo.InvariantCulture), "1"));
        await RefusedAsync([.. TestPayments.Notification(Order), .. many]);
    }

    private static JsonContent Json(string text) => JsonContent.Create(JsonSerializer.Deserialize<JsonElement>(text));

    private sealed class NoLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
