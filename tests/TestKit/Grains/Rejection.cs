using System.Reflection;

namespace Actors.TestKit;

/// <summary>Creates a rejection, whose constructor is internal to Orleans.</summary>
public static class Rejection
{
    /// <summary>A rejection with a text.</summary>
    public static OrleansMessageRejectionException Of(string text) => (OrleansMessageRejectionException)Activator.CreateInstance(
        typeof(OrleansMessageRejectionException), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [text], null)!;
}
