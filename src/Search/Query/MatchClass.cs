namespace Actors.Search.Query;

/// <summary>How well a word of a query fits a word of a document, the best last. "Other" means transliterated or typed with the other layout.</summary>
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
