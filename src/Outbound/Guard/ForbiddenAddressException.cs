namespace Actors.Outbound.Guard;

/// <summary>The guard forbids connecting to the host. The message contains no address.</summary>
internal sealed class ForbiddenAddressException() : IOException("The host is not on the public internet.")
{
    /// <summary>True if the exception or one of its inner exceptions is of this type.</summary>
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
