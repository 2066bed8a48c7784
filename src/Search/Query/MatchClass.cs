namespace Actors.Search.Query;

/// <summary>
/// How a query word matches a document word, ordered from worst to best. "Other" means transliterated or typed with the other keyboard layout.
/// </summary>
internal enum MatchClass
{
    None,
    OtherTwoTypos,
    TwoTypos,
    OtherTypo,
    OneTypo,
    OtherStem,
    Stem,
    OtherPrefix,
    Prefix,
    OtherExact,
    Exact,
}
