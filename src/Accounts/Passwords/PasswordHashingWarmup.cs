using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Passwords;

/// <summary>Creates the hasher and its dummy hash at start-up, so that the first sign-in is not slower.</summary>
internal sealed class PasswordHashingWarmup(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(services.GetRequiredService<IPasswordHashing>, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
