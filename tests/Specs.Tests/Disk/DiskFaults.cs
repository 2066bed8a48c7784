using Actors.Persistence.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Specs.Tests.Disk;

/// <summary>Disk faults that a test switches on.</summary>
internal sealed class DiskFaults
{
    /// <summary>The exception of every read.</summary>
    public Exception? Reads { get; set; }

    /// <summary>The exception of every commit before it stores anything.</summary>
    public Exception? Writes { get; set; }

    /// <summary>The exception of every commit after it was stored: only the answer is lost.</summary>
    public Exception? Answers { get; set; }

    /// <summary>Acknowledges commits without storing them, as no program may.</summary>
    public bool Lies { get; set; }

    /// <summary>Puts the faults between a program and its database.</summary>
    public void Into(WebApplicationBuilder builder)
    {
        var own = builder.Services.Single(service => service.ServiceType == typeof(IEngine));
        builder.Services.Replace(ServiceDescriptor.Singleton<IEngine>(all => new FaultyEngine((IEngine)own.ImplementationFactory!(all), this)));
    }
}
