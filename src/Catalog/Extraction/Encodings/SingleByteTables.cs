using System.Text;

namespace Actors.Catalog.Extraction.Encodings;

/// <summary>
/// Single-byte encodings as tables of 256 characters: .NET's tables, corrected where the Encoding Standard differs, and three encodings that .NET
/// lacks.
/// </summary>
internal static class SingleByteTables
{
    private const int Bytes = 256, Upper = 0xA1;

    // .NET decodes undefined bytes to private-use characters.
    private const char FirstPrivate = '\uF780', LastPrivate = '\uF8FF', Unreadable = '\uFFFD';

    private static readonly int[] s_codePages =
    [
        866, 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 10000, 10017, 20866, 21866,
        28592, 28593, 28594, 28595, 28596, 28597, 28598, 28603, 28605,
    ];

    // The characters from byte A1 on.
    private static readonly Dictionary<int, string> s_missing = new()
    {
        [28600] = "ĄĒĢĪĨĶ§ĻĐŠŦŽ­ŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ",
        [28604] = "Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ­®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ",
        [28606] = "ĄąŁ€„Š§š©Ș«Ź­źŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ",
    };

    private static readonly (int CodePage, byte At, char Character)[] s_differences =
    [
        (10000, 0xBD, '\u03A9'), (10017, 0xFF, '\u20AC'), (28597, 0xA1, '\u2018'), (28597, 0xA2, '\u2019'), (28597, 0xA4, '\u20AC'),
        (28597, 0xA5, '\u20AF'), (28597, 0xAA, '\u037A'), (28598, 0xAF, '\u00AF'), (28598, 0xFD, '\u200E'), (28598, 0xFE, '\u200F'),
    ];

    /// <summary>The table of a code page; null if it is not a single-byte one.</summary>
    public static string? Find(int codePage)
    {
        if (s_missing.TryGetValue(codePage, out var upper))
            return string.Concat(Enumerable.Range(0, Upper).Select(b => (char)b)) + upper;
        if (!s_codePages.Contains(codePage))
            return null;
        var characters = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetString([.. Enumerable.Range(0, Bytes).Select(b => (byte)b)]).ToCharArray();
        foreach (ref var character in characters.AsSpan())
            character = character is >= FirstPrivate and <= LastPrivate ? Unreadable : character;
        foreach (var (_, at, character) in s_differences.Where(d => d.CodePage == codePage))
            characters[at] = character;
        return new string(characters);
    }
}
