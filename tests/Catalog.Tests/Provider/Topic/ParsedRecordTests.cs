using System.Text;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Tests.Provider.Topic;

/// <summary>Parses records in all envelopes, and gives reasons for unreadable ones.</summary>
public sealed class ParsedRecordTests
{
    private const string Id = "0198f000-0000-7000-8000-000000000001";
    private const string Event = $$"""{"id":"{{Id}}","name":"Концерт","event_time":"2031-01-01T18:00:00+03:00","status":"open","changed_at":"2030-12-01T10:00:00+03:00"}""";
    private const string Deep = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";

    private static readonly string s_coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(Event));

    public static TheoryData<string> Envelopes =>
    [
        Event,
        $$"""{"op":"c","before":null,"after":{{Event}},"ts_ms":1}""",
        $$$"""{"schema":{"type":"struct"},"payload":{"op":"u","before":{},"after":{{{Event}}} }}""",
        $$$"""{"schema":{},"payload":{{{Event}}} }""",
        $$$"""{"specversion":"1.0","id":"1","source":"s","type":"t","data":{{{Event}}} }""",
        $$"""{"specversion":"1.0","id":"1","source":"s","type":"t","data_base64":"{{s_coded}}"}""",
        $$$"""{"specversion":"1.0","id":"1","source":"s","type":"io.debezium","data":{"schema":{},"payload":{"op":"r","after":{{{Event}}} } } }""",
        System.Text.Json.JsonSerializer.Serialize(Event),
    ];

    [Theory]
    [MemberData(nameof(Envelopes))]
    public void Event_is_read_bare_and_in_envelopes(string value)
    {
        var read = Read(Id, value);
        read.Reason.ShouldBeNull();
        read.Event!.Name.ShouldBe("Концерт");
        read.Id.ShouldBe(Guid.Parse(Id));
    }

    [Theory]
    [InlineData(Id, null)]
    [InlineData($"\"{Id}\"", null)]
    [InlineData($$"""{"id":"{{Id}}"}""", null)]
    [InlineData($$"""{"schema":{},"payload":{"id":"{{Id}}"} }""", null)]
    [InlineData(Id, "null")]
    [InlineData(null, $$"""{"op":"d","before":{"id":"{{Id}}"},"after":null}""")]
    [InlineData(Id, $$"""{"schema":{},"payload":{"op":"d","before":null,"after":null} }""")]
    [InlineData(Id, """{"schema":{},"payload":null}""")]
    [InlineData(Id, """{"specversion":"1.0","id":"1","source":"s","type":"event.deleted","data":null}""")]
    [InlineData(null, $$"""{"id":"{{Id}}","__deleted":"true"}""")]
    public void A_deletion_is_read_in_all_forms(string? key, string? value)
    {
        var read = Read(key, value);
        (read.Id, read.Event, read.Reason).ShouldBe((Guid.Parse(Id), null, null));
    }

    [Theory]
    [InlineData(Id, "{not json", "not_json")]
    [InlineData(Id, "", "not_json")]
    [InlineData(Id, Deep, "not_json")]
    [InlineData(Id, "[]", "not_an_object")]
    [InlineData(Id, "5", "not_an_object")]
    [InlineData(Id, """{"id":"not-a-uuid"}""", "no_id")]
    [InlineData(Id, $$"""{"id":"{{Id}}"}""", "no_name")]
    [InlineData(Id, """{"specversion":"1.0","id":"1"}""", "no_data")]
    [InlineData(Id, """{"specversion":"1.0","data_base64":"%"}""", "not_json")]
    [InlineData(Id, """{"op":"u","after":null}""", "no_after")]
    [InlineData(Id, """{"op":"t"}""", "no_after")]
    [InlineData(Id, """{"payload":{"payload":{"payload":{"payload":{"payload":{"payload":{}}}}}}}""", "too_many_envelopes")]
    [InlineData("0198f000-0000-7000-8000-000000000002", Event, "other_key")]
    [InlineData(null, null, "no_key")]
    [InlineData("not-a-uuid", null, "no_key")]
    [InlineData("00000000-0000-0000-0000-000000000000", null, "no_key")]
    public void Unreadable_record_has_a_reason(string? key, string? value, string reason) => Read(key, value).Reason.ShouldBe(reason);

    [Fact]
    public void Binary_and_too_long_values_have_a_reason()
    {
        ParsedRecord.Read(null, [0xff, 0xfe, 0x00]).Reason.ShouldBe("not_json");
        ParsedRecord.Read(null, new byte[ParsedRecord.MaxValueLength + 1]).Reason.ShouldBe("too_large");
    }

    private static ParsedRecord Read(string? key, string? value) => ParsedRecord.Read(Bytes(key), Bytes(value));

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
