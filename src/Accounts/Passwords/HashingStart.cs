using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Passwords;

/// <summary>Makes the hasher when the program starts, with the hash that it makes for nobody: the first attempt would pay for it otherwise.</summary>
internal sealed class HashingStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.Run(services.GetRequiredService<IPasswordHashing>, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
