using System.Text.Json;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Enumerates the members of one flat JSON object. The <c>Take…</c> methods refuse duplicate members, whose target is already set, and values of
/// another type. After invalid JSON or more than one object, <see cref="Complete"/> stays false.
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

    /// <summary>True after the last member of a single complete object.</summary>
    public bool Complete { get; private set; }

    /// <summary>Moves to the next member.</summary>
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

    /// <summary>Reads the member as text.</summary>
    public bool TakeText(ref string? target)
    {
        var first = target is null && _json.TokenType == JsonTokenType.String;
        return first && TryText(out target!);
    }

    /// <summary>Reads the member as whole seconds: digits only, without sign, fraction or exponent.</summary>
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

    // Utf8JsonReader throws for escaped lone surrogates.
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
