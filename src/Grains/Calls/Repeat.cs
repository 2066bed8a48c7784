namespace Actors.Grains.Calls;

/// <summary>When a call whose answer is missing may be sent once more.</summary>
public enum Repeat
{
    /// <summary>Never: being carried out twice would be seen, even if the first time ended at a refused write.</summary>
    Never,

    /// <summary>
    /// When its write was refused because somebody else wrote meanwhile. The method has no effect before its write but such as repeat
    /// themselves, so nothing has happened; carried out twice, however, it would be seen.
    /// </summary>
    IfRefused,

    /// <summary>Then, and when its silo was lost with it: carried out twice is as carried out once, or what it did was in memory and is lost as well.</summary>
    Always,
}
