using Actors.Catalog.Tests.Kit;
using Actors.Outbound.Guard;
using Actors.Outbound.Tests;
using Actors.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>A running silo with a captured log and without name resolution, so that no test uses the network.</summary>
public sealed class Listened : IAsyncLifetime
{
    public Listened() => Catalogue = new Catalogue
    {
        Also = builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Logging.AddFilter<LogLines>((category, level) => level >= LeastOf(category));
            builder.Services.Replace(ServiceDescriptor.Singleton<IResolver>(new StubResolver()));
        },
    };

    public Catalogue Catalogue { get; }

    internal LogLines Log { get; } = new();

    public Task InitializeAsync() => Catalogue.InitializeAsync();

    public async Task DisposeAsync() => await Catalogue.DisposeAsync();

    // All levels of our categories; other categories by the program's settings.
    private static LogLevel LeastOf(string? category) =>
        category?.StartsWith("Actors", StringComparison.Ordinal) == true ? LogLevel.Trace : LogLevel.Warning;
}
