using System.Reflection;

namespace Actors.TestKit;

/// <summary>A rejection that only Orleans itself can make.</summary>
public static class Rejection
{
    /// <summary>A rejection with a text.</summary>
    public static OrleansMessageRejectionException Of(string text) => (OrleansMessageRejectionException)Activator.CreateInstance(
        typeof(OrleansMessageRejectionException), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [text], null)!;
}
