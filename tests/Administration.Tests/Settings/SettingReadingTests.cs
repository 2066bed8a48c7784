using Actors.Core.Administration;
using Actors.Persistence;

namespace Actors.Administration.Tests.Settings;

public sealed class SettingReadingTests
{
    private static readonly Dictionary<string, Setting> s_settings = new()
    {
        ["text"] = Setting.Text("text", "a", "Any text"),
        ["choice"] = Setting.Text("choice", "authenticated", "One of two", "authenticated", "admins"),
        ["integer"] = Setting.Integer("integer", 24, 1, 100, "Hours"),
        ["number"] = Setting.Number("number", 0.5m, 0, 1, "A share"),
        ["flag"] = Setting.Flag("flag", true, "On or off"),
        ["json"] = Setting.Json("json", new Plan("free", 0), StoredJson.TypeInfo<Plan>(), plan => plan.Price < 0 ? "must have a price of at least 0" : null, "A plan"),
    };

    [Theory]
    [InlineData("text", "", "")]
    [InlineData("text", " ё\t", " ё\t")]
    [InlineData("choice", "admins", "admins")]
    [InlineData("integer", "007", "7")]
    [InlineData("number", "0.50", "0.50")]
    [InlineData("flag", "TRUE", "true")]
    [InlineData("flag", "false", "false")]
    [InlineData("json", """ { "Name": "week", "Price": 450 } """, """{"Name":"week","Price":450}""")]
    public void A_valid_value_has_a_canonical_form(string key, string text, string canonical)
    {
        var reading = s_settings[key].Read(text);

        reading.Fault.ShouldBeNull();
        reading.Canonical.ShouldBe(canonical);
        s_settings[key].Read(canonical).Value.ShouldBe(reading.Value);
    }

    [Theory]
    [InlineData("text", "a\0b")]
    [InlineData("choice", "everybody")]
    [InlineData("choice", "Admins")]
    [InlineData("integer", "0")]
    [InlineData("integer", "101")]
    [InlineData("integer", "1.5")]
    [InlineData("integer", "１")]
    [InlineData("integer", "99999999999999999999")]
    [InlineData("number", "1,5")]
    [InlineData("number", "NaN")]
    [InlineData("number", "1e400")]
    [InlineData("flag", "1")]
    [InlineData("flag", "")]
    [InlineData("json", "null")]
    [InlineData("json", "[]")]
    [InlineData("json", "{")]
    [InlineData("json", """{"Name":"week","Price":-1}""")]
    public void An_invalid_value_is_refused_with_a_sentence(string key, string text)
    {
        var reading = s_settings[key].Read(text);

        reading.Value.ShouldBeNull();
        reading.Fault.ShouldNotBeNull().ShouldStartWith("must ");
    }

    [Fact]
    public void Every_default_is_valid() =>
        s_settings.Values.ShouldAllBe(s => s.Read(s.DefaultText).Fault == null && s.Read(s.DefaultText).Canonical == s.DefaultText);

    [Fact]
    public void A_value_has_a_length_limit()
    {
        s_settings["text"].Read(new string('a', Setting.MaxLength)).Fault.ShouldBeNull();
        s_settings["text"].Read(new string('a', Setting.MaxLength + 1)).Fault.ShouldNotBeNull();
    }

    internal sealed record Plan(string Name, int Price);
}
