namespace Actors.Specs.Tests.Auth;

/// <summary>A clock on which waits and windows outlast every test. Timers and the wall clock are not affected.</summary>
internal sealed class SlowClock : TimeProvider
{
    private const int Slower = 1000;
    private readonly long _origin = System.GetTimestamp();

    public override long GetTimestamp() => _origin + ((base.GetTimestamp() - _origin) / Slower);
}
