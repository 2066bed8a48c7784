namespace Actors.Outbound.Guard;

/// <summary>Leaves the connect callback when the guard forbids every way to the host; it names no address.</summary>
internal sealed class ForbiddenAddressException() : IOException("The host is not on the public internet.")
{
    /// <summary>True when the guard is the reason, however deep the handler wrapped it.</summary>
    public static bool IsBehind(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is ForbiddenAddressException)
            {
                return true;
            }
        }

        return false;
    }
}
