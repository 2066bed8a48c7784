namespace Actors.Specs.Tests.Auth;

/// <summary>Waits and windows that are counted on it end later than any test; timers and the wall clock run as ever.</summary>
internal sealed class SlowClock : TimeProvider
{
    private const int Slower = 1000;
    private readonly long _origin = System.GetTimestamp();

    public override long GetTimestamp() => _origin + ((base.GetTimestamp() - _origin) / Slower);
}
