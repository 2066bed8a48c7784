using System.Buffers.Text;
using System.Text;

namespace Actors.Web.Lists;

/// <summary>An opaque paging cursor: the sort key of the last item, encoded for URLs.</summary>
public static class Cursor
{
    /// <summary>Maximum length of a cursor.</summary>
    public const int MaxLength = 512;

    private const char Separator = '\u001F';

    /// <summary>Encodes the parts of a sort key. Parts must not contain U+001F.</summary>
    public static string Encode(params IReadOnlyList<string> parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, parts)));

    /// <summary>The parts of a cursor; null if it is not valid.</summary>
    public static IReadOnlyList<string>? Decode(string? cursor, int parts)
    {
        if (cursor is not { Length: > 0 and <= MaxLength } || !Base64Url.IsValid(cursor))
        {
            return null;
        }

        var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
        return decoded.Length == parts ? decoded : null;
    }
}
