using System.Buffers;
using System.Text.Json;

namespace Actors.Catalog.Listing.Pages;

/// <summary>
/// The positions of the members in the JSON of a stored event. Lists show most members as they are stored, so a row is copied from these bytes
/// without decoding and encoding them.
/// </summary>
internal sealed class StoredMembers
{
    private readonly ReadOnlyMemory<byte> _document;
    private readonly Dictionary<string, Range> _found = new(StringComparer.Ordinal);
    private readonly List<Range> _dates = [];

    private StoredMembers(ReadOnlyMemory<byte> document) => _document = document;

    /// <summary>The members of a document.</summary>
    public static StoredMembers Read(ReadOnlyMemory<byte> document)
    {
        var members = new StoredMembers(document);
        var json = new Utf8JsonReader(document.Span);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName) members.ReadMember(ref json);
        return members;
    }

    /// <summary>The row that lists show; null if a member is missing that every event has.</summary>
    public PageRow? ToRow(long version)
    {
        if (!StoredMemberNames.Required.All(_found.ContainsKey)) return null;
        var row = new ArrayBufferWriter<byte>(_document.Length);
        using (var json = new Utf8JsonWriter(row, EventMembers.Readable)) Write(json);
        return new PageRow(version, Value<long>("id"), Value<Guid>("uuid"), Value<bool>("active"), row.WrittenSpan.ToArray());
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var name in EventMembers.InOrder)
        {
            json.WritePropertyName(name);
            if (name == "date_list") WriteDates(json);
            else if (name == "created_at") json.WriteStringValue(Value<DateTimeOffset>(name).UtcDateTime);
            else if (_found.TryGetValue(name, out var at)) json.WriteRawValue(_document.Span[at], skipInputValidation: true);
            else json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private void WriteDates(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var date in _dates) json.WriteRawValue(_document.Span[date], skipInputValidation: true);
        json.WriteEndArray();
    }

    private void ReadMember(ref Utf8JsonReader json)
    {
        var name = StoredMemberNames.NameOf(json);
        json.Read();
        if (name == "date_preview" && json.TokenType == JsonTokenType.StartObject)
        {
            Found(name, TextOf(ref json));
        }
        else if (name == "date_list" && json.TokenType == JsonTokenType.StartArray)
        {
            ReadDates(ref json);
        }
        else
        {
            var start = (int)json.TokenStartIndex;
            json.Skip();
            if (name is not null && json.TokenType != JsonTokenType.Null) _found[name] = start..(int)json.BytesConsumed;
        }
    }

    private void ReadDates(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.StartObject) _dates.Add(TextOf(ref json));
        if (!_dates.Contains(default)) _found["date_list"] = default;
    }

    private void Found(string name, Range at)
    {
        if (!at.Equals(default)) _found[name] = at;
    }

    // Lists show a date as its text. An empty range stands for a date without text.
    private static Range TextOf(ref Utf8JsonReader json)
    {
        Range text = default;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isText = json.ValueTextEquals("text"u8);
            json.Read();
            if (isText) text = (int)json.TokenStartIndex..(int)json.BytesConsumed;
            json.Skip();
        }

        return text;
    }

    private T Value<T>(string name)
    {
        var json = new Utf8JsonReader(_document.Span[_found[name]]);
        json.Read();
        object value = typeof(T) == typeof(long) ? json.GetInt64() : typeof(T) == typeof(Guid) ? json.GetGuid() : typeof(T) == typeof(bool) ? json.GetBoolean() : json.GetDateTimeOffset();
        return (T)value;
    }
}
