using System.Reflection;

namespace Actors.Hosting.Tests.Retry;

/// <summary>A rejection as only the runtime can make it.</summary>
internal static class Rejection
{
    public static OrleansMessageRejectionException Of(string text) => (OrleansMessageRejectionException)Activator.CreateInstance(
        typeof(OrleansMessageRejectionException), BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, null, [text], null)!;
}
