namespace Actors.Accounts.Passwords;

/// <summary>Finds the workers that hash.</summary>
internal static class PasswordGrains
{
    /// <summary>Whichever worker of this silo is free.</summary>
    public static IPasswordWorkerGrain GetPasswordWorker(this IGrainFactory grains) => grains.GetGrain<IPasswordWorkerGrain>(0);
}
