using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Orleans.Runtime;

/// <summary>How integers, GUIDs and their extensions are written as keys: hexadecimal, 32 digits, <c>key+extension</c>.</summary>
public static class GrainIdKeyExtensions
{
    private const byte Separator = (byte)'+';
    private const int GuidDigits = 32;

    /// <summary>The key of an integer.</summary>
    public static IdSpan CreateIntegerKey(long key)
    {
        Span<byte> digits = stackalloc byte[sizeof(long) * 2];
        Utf8Formatter.TryFormat(key, digits, out var length, 'X');
        return new IdSpan(digits[..length].ToArray());
    }

    /// <summary>The key of an integer with an extension, which may be empty.</summary>
    public static IdSpan CreateIntegerKey(long key, string? keyExtension) =>
        string.IsNullOrWhiteSpace(keyExtension)
            ? CreateIntegerKey(key)
            : IdSpan.Create(key.ToString("X", CultureInfo.InvariantCulture) + "+" + keyExtension);

    /// <summary>The key of a GUID.</summary>
    public static IdSpan CreateGuidKey(Guid key)
    {
        var digits = new byte[GuidDigits];
        Utf8Formatter.TryFormat(key, digits, out _, 'N');
        return new IdSpan(digits);
    }

    /// <summary>The key of a GUID with an extension, which may be empty.</summary>
    public static IdSpan CreateGuidKey(Guid key, string? keyExtension) =>
        string.IsNullOrWhiteSpace(keyExtension) ? CreateGuidKey(key) : IdSpan.Create(key.ToString("N") + "+" + keyExtension);

    /// <summary>Reads an integer key and its extension.</summary>
    public static bool TryGetIntegerKey(this GrainId grainId, out long key, out string? keyExt)
    {
        var digits = Split(grainId.Key.AsSpan(), grainId.Key.AsSpan().IndexOf(Separator), out keyExt);
        return Utf8Parser.TryParse(digits, out key, out var read, 'X') && read == digits.Length;
    }

    /// <summary>Reads a GUID key and its extension.</summary>
    public static bool TryGetGuidKey(this GrainId grainId, out Guid key, out string? keyExt)
    {
        var bytes = grainId.Key.AsSpan();
        var separator = bytes.Length > GuidDigits && bytes[GuidDigits] == Separator ? GuidDigits : -1;
        var digits = Split(bytes, separator, out keyExt);
        key = default;
        return digits.Length == GuidDigits && Utf8Parser.TryParse(digits, out key, out var read, 'N') && read == GuidDigits;
    }

    /// <summary>The integer key; another kind of key is an <see cref="ArgumentException"/>.</summary>
    public static long GetIntegerKey(this GrainId grainId) => grainId.GetIntegerKey(out _);

    /// <summary>The integer key and its extension; another kind of key is an <see cref="ArgumentException"/>.</summary>
    public static long GetIntegerKey(this GrainId grainId, out string? keyExt) =>
        grainId.TryGetIntegerKey(out var key, out keyExt) ? key : throw new ArgumentException($"The key of {grainId} is not an integer.");

    /// <summary>The GUID key; another kind of key is an <see cref="ArgumentException"/>.</summary>
    public static Guid GetGuidKey(this GrainId grainId) => grainId.GetGuidKey(out _);

    /// <summary>The GUID key and its extension; another kind of key is an <see cref="ArgumentException"/>.</summary>
    public static Guid GetGuidKey(this GrainId grainId, out string? keyExt) =>
        grainId.TryGetGuidKey(out var key, out keyExt) ? key : throw new ArgumentException($"The key of {grainId} is not a GUID.");

    private static ReadOnlySpan<byte> Split(ReadOnlySpan<byte> bytes, int separator, out string? extension)
    {
        extension = separator < 0 ? null : Encoding.UTF8.GetString(bytes[(separator + 1)..]);
        return separator < 0 ? bytes : bytes[..separator];
    }
}
