using System.Text.Json;
using Actors.Web.Reading;

namespace Actors.Web.Tests.Http;

/// <summary>Faults have pydantic's messages, locations and types.</summary>
public sealed class FieldReading
{
    [Theory]
    [InlineData("""{}""", "missing", "Field required")]
    [InlineData("""{"f":null}""", "string_type", "Input should be a valid string")]
    [InlineData("""{"f":12}""", "string_type", "Input should be a valid string")]
    [InlineData("""{"f":["a"]}""", "string_type", "Input should be a valid string")]
    [InlineData("""{"f":""}""", "string_too_short", "String should have at least 1 character")]
    [InlineData("""{"f":"abcdef"}""", "string_too_long", "String should have at most 5 characters")]
    [InlineData("""{"f":"a\u0000"}""", "value_error", "Value error, text must not contain NUL characters")]
    public void An_invalid_text_is_a_fault(string json, string type, string msg) => FaultOf(json, reader => reader.Text("f", min: 1, max: 5)).ShouldBe((type, msg));

    [Theory]
    [InlineData("""{}""", "missing", "Field required")]
    [InlineData("""{"f":null}""", "int_type", "Input should be a valid integer")]
    [InlineData("""{"f":true}""", "int_type", "Input should be a valid integer")]
    [InlineData("""{"f":{}}""", "int_type", "Input should be a valid integer")]
    [InlineData("""{"f":1.5}""", "int_from_float", "Input should be a valid integer, got a number with a fractional part")]
    [InlineData("""{"f":"x"}""", "int_parsing", "Input should be a valid integer, unable to parse string as an integer")]
    [InlineData("""{"f":"1.5"}""", "int_parsing", "Input should be a valid integer, unable to parse string as an integer")]
    [InlineData("""{"f":1e400}""", "finite_number", "Input should be a finite number")]
    [InlineData("""{"f":123456789012345678901234567890}""", "int_parsing_size", "Unable to parse input string as an integer, exceeded maximum size")]
    [InlineData("""{"f":-1}""", "greater_than_equal", "Input should be greater than or equal to 0")]
    [InlineData("""{"f":101}""", "less_than_equal", "Input should be less than or equal to 100")]
    public void An_invalid_number_is_a_fault(string json, string type, string msg) => FaultOf(json, reader => reader.Integer("f", min: 0, max: 100)).ShouldBe((type, msg));

    [Theory]
    [InlineData("""{"f":7}""", 7)]
    [InlineData("""{"f":7.0}""", 7)]
    [InlineData("""{"f":0.7e1}""", 7)]
    [InlineData("""{"f":"7"}""", 7)]
    [InlineData("""{"f":" 7 "}""", 7)]
    [InlineData("""{"f":-0}""", 0)]
    [InlineData("""{"f":-0.0}""", 0)]
    [InlineData("""{"f":9007199254740993}""", 9007199254740993)]
    [InlineData("""{"f":1,"f":2}""", 2)]
    public void A_whole_number_is_read(string json, long value) => Read(json, reader => reader.Integer("f")).ShouldBe(value);

    [Theory]
    [InlineData("\"11111111-1111-1111-1111-111111111111\"")]
    [InlineData("\"11111111111111111111111111111111\"")]
    [InlineData("\"{11111111-1111-1111-1111-111111111111}\"")]
    [InlineData("\"urn:uuid:11111111-1111-1111-1111-111111111111\"")]
    public void A_UUID_is_read(string json) => Read($$"""{"f":{{json}}}""", reader => reader.Guid("f")).ToString().ShouldBe("11111111-1111-1111-1111-111111111111");

    [Theory]
    [InlineData("1", "uuid_type", "UUID input should be a string, bytes or UUID object")]
    [InlineData("\"\"", "uuid_parsing", "Input should be a valid UUID, invalid length: expected length 32 for simple format, found 0")]
    [InlineData("\"1111\"", "uuid_parsing", "Input should be a valid UUID, invalid length: expected length 32 for simple format, found 4")]
    [InlineData("\"not-a-uuid\"", "uuid_parsing", "Input should be a valid UUID, invalid character: found `n` at 1")]
    [InlineData("\"1-1-1\"", "uuid_parsing", "Input should be a valid UUID, invalid group length or count")]
    [InlineData("\"0x11111111,0x1111,0x1111,{0x11}\"", "uuid_parsing", "Input should be a valid UUID, invalid character: found `x` at 2")]
    public void An_invalid_UUID_is_a_fault(string json, string type, string msg) => FaultOf($$"""{"f":{{json}}}""", reader => reader.Guid("f")).ShouldBe((type, msg));

    [Theory]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("\"on\"", true)]
    [InlineData("\"No\"", false)]
    public void A_boolean_is_read(string json, bool value) => Read($$"""{"f":{{json}}}""", reader => reader.Boolean("f")).ShouldBe(value);

    [Theory]
    [InlineData("2", "bool_parsing")]
    [InlineData("\"maybe\"", "bool_parsing")]
    [InlineData("[]", "bool_type")]
    public void An_invalid_boolean_is_a_fault(string json, string type) => FaultOf($$"""{"f":{{json}}}""", reader => reader.Boolean("f")).Type.ShouldBe(type);

    [Fact]
    public void All_faults_have_their_locations()
    {
        var reader = Reader("""{"events":[{"title":"a","dates":["2024-01-01","x"]},{"type":5},7,{"title":"b","type":"t","dates":3}]}""");

        reader.List("events", item => (item.Text("title"), item.Text("event_type", "type"), item.DateTimeTexts("dates")));

        Faults(reader).ShouldBe([
            "body.events.0.event_type missing",
            "body.events.0.dates.1 datetime_from_date_parsing",
            "body.events.1.title missing",
            "body.events.1.event_type string_type",
            "body.events.1.dates missing",
            "body.events.2 model_attributes_type",
            "body.events.3.dates list_type",
        ]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void A_body_that_is_not_an_object_is_one_fault(string json)
    {
        var reader = Reader(json);
        reader.Text("title");
        reader.List("events", item => item.Text("title"));
        Faults(reader).ShouldBe(["body model_attributes_type"]);
    }

    [Fact]
    public void The_name_has_priority_over_its_alias()
    {
        Read("""{"type":"b","event_type":"a"}""", reader => reader.Text("event_type", "type")).ShouldBe("a");
        Read("""{"type":"b"}""", reader => reader.Text("event_type", "type")).ShouldBe("b");
    }

    [Fact]
    public void Missing_and_null_fields_differ()
    {
        Read<string?>("""{}""", reader => reader.OptionalText("f")).ShouldBeNull();
        Read<string?>("""{"f":null}""", reader => reader.OptionalText("f")).ShouldBeNull();
        Read<string?>("""{"f":null}""", reader => reader.TextOrNull("f")).ShouldBeNull();
        FaultOf("""{}""", reader => reader.TextOrNull("f")).Type.ShouldBe("missing");
        Read<long?>("""{"f":null}""", reader => reader.OptionalInteger("f")).ShouldBeNull();
    }

    [Fact]
    public void Lists_have_bounds()
    {
        FaultOf("""{"f":[1,2,3]}""", reader => reader.Integers("f", max: 2)).ShouldBe(("too_long", "List should have at most 2 items after validation, not 3"));
        FaultOf("""{"f":[]}""", reader => reader.Integers("f", min: 1)).ShouldBe(("too_short", "List should have at least 1 item after validation, not 0"));
        FaultOf("""{"f":{}}""", reader => reader.Integers("f")).ShouldBe(("list_type", "Input should be a valid list"));
    }

    [Fact]
    public void OneOf_accepts_only_its_values() =>
        FaultOf("""{"f":"d"}""", reader => reader.OneOf("f", "a", "b", "c")).ShouldBe(("literal_error", "Input should be 'a', 'b' or 'c'"));

    [Fact]
    public void The_number_of_faults_is_bounded()
    {
        var reader = Reader($$"""{"f":[{{string.Join(',', Enumerable.Repeat("\"x\"", 5000))}}]}""");
        reader.Integers("f");
        reader.Faults.Count.ShouldBe(FaultList.Max);
    }

    private static FieldReader Reader(string json) => new(JsonDocument.Parse(json).RootElement);

    private static IEnumerable<string> Faults(FieldReader reader) => reader.Faults.ToError().Faults.Select(fault => $"{string.Join('.', fault.Loc)} {fault.Type}");

    private static (string Type, string Msg) FaultOf<T>(string json, Func<FieldReader, T> read)
    {
        var reader = Reader(json);
        read(reader);
        var fault = reader.Faults.ToError().Faults.ShouldHaveSingleItem();
        fault.Loc.ShouldBe(["body", "f"]);
        return (fault.Type, fault.Msg);
    }

    private static T Read<T>(string json, Func<FieldReader, T> read)
    {
        var reader = Reader(json);
        var value = read(reader);
        reader.Ok.ShouldBeTrue();
        return value;
    }
}
