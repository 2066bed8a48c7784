namespace Actors.Search.Query;

/// <summary>The match classes of typed words, and those of transliterated or swapped words.</summary>
/// <param name="Exact">The same word.</param>
/// <param name="Prefix">A prefix of a word.</param>
/// <param name="Stem">Another form of the word.</param>
/// <param name="OneTypo">One typo away.</param>
/// <param name="TwoTypos">Two typos away.</param>
internal readonly record struct MatchClasses(MatchClass Exact, MatchClass Prefix, MatchClass Stem, MatchClass OneTypo, MatchClass TwoTypos)
{
    public static readonly MatchClasses Typed =
        new(MatchClass.Exact, MatchClass.Prefix, MatchClass.Stem, MatchClass.OneTypo, MatchClass.TwoTypos);

    public static readonly MatchClasses Other =
        new(MatchClass.OtherExact, MatchClass.OtherPrefix, MatchClass.OtherStem, MatchClass.OtherTypo, MatchClass.OtherTwoTypos);

    /// <summary>The class of a word with this many typos.</summary>
    public MatchClass OfTypos(int typos) => typos switch { <= 0 => Exact, 1 => OneTypo, _ => TwoTypos };
}
