namespace Actors.Search.Sound;

/// <summary>How to read Latin letters that names and transliterations use differently.</summary>
internal enum LatinReading
{
    /// <summary>As in names: <c>jazz</c> is джаз, <c>max</c> is макс.</summary>
    Name,

    /// <summary>As in transliterations: <c>j</c> is й, <c>x</c> is х.</summary>
    Scheme,
}
