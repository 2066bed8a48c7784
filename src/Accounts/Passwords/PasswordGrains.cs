namespace Actors.Accounts.Passwords;

/// <summary>Gets the password worker.</summary>
internal static class PasswordGrains
{
    /// <summary>A free worker on this silo.</summary>
    public static IPasswordWorkerGrain GetPasswordWorker(this IGrainFactory grains) => grains.GetGrain<IPasswordWorkerGrain>(0);
}
