using System.Text.Json;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Goes through the members of one flat JSON object. A member that comes twice is refused by <c>Take…</c>, whose target is filled already;
/// so is a value of another kind. Text that is no JSON, or more than one object, ends the members and leaves them incomplete.
/// </summary>
internal ref struct StrictMembers
{
    private Utf8JsonReader _json;
    private bool _open;

    public StrictMembers(ReadOnlySpan<byte> text)
    {
        _json = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 1 });
        _open = Advance() && _json.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>True after the last member of a whole and only object.</summary>
    public bool Complete { get; private set; }

    /// <summary>Goes to the next member.</summary>
    public bool Next(out string name)
    {
        name = string.Empty;
        _open = _open && Advance();
        if (_open && _json.TokenType == JsonTokenType.PropertyName)
        {
            return TryText(out name) && Advance();
        }

        Complete = _open && _json.TokenType == JsonTokenType.EndObject && IsAtEnd();
        return false;
    }

    /// <summary>The member's text.</summary>
    public bool TakeText(ref string? target)
    {
        var first = target is null && _json.TokenType == JsonTokenType.String;
        return first && TryText(out target!);
    }

    /// <summary>The member's moment: whole seconds written as digits alone, no sign, fraction or exponent.</summary>
    public bool TakeSeconds(ref long? target)
    {
        if (target is not null || _json.TokenType != JsonTokenType.Number || _json.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !_json.TryGetInt64(out var seconds))
        {
            return false;
        }

        target = seconds;
        return true;
    }

    // Escapes that are no text (a lone surrogate) throw.
    private bool TryText(out string text)
    {
        try
        {
            text = _json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            text = string.Empty;
            return false;
        }
    }

    private bool Advance()
    {
        try
        {
            return _json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool IsAtEnd()
    {
        try
        {
            return !_json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
