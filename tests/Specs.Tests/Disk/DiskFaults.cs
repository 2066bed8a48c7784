using Actors.Persistence.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Specs.Tests.Disk;

/// <summary>How a program's disk fails, as a test says.</summary>
internal sealed class DiskFaults
{
    /// <summary>What every read fails with.</summary>
    public Exception? Reads { get; set; }

    /// <summary>What every commit fails with, before anything of it is stored.</summary>
    public Exception? Writes { get; set; }

    /// <summary>What every commit fails with once it is stored: the disk took it and did not say so.</summary>
    public Exception? Answers { get; set; }

    /// <summary>Commits are answered without being stored: what must never happen.</summary>
    public bool Lies { get; set; }

    /// <summary>Puts the faults between a program and the database it would have.</summary>
    public void Into(WebApplicationBuilder builder)
    {
        var own = builder.Services.Single(service => service.ServiceType == typeof(IEngine));
        builder.Services.Replace(ServiceDescriptor.Singleton<IEngine>(all => new FaultyEngine((IEngine)own.ImplementationFactory!(all), this)));
    }
}
