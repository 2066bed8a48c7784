using Actors.Catalog.Posters.Pictures;
using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Grains.Startup;
using Actors.Grains.Storage;
using Actors.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Catalog.Posters;

/// <summary>Registers the services of posters.</summary>
internal static class PosterSetup
{
    private const string FolderName = "posters";

    /// <summary>
    /// Adds the services of the poster grains. Posters go to S3 if <c>S3_ENDPOINT</c> is set, else to <c>DATA_DIR/posters</c>. Call it after the
    /// grain runtime is added: its start-up needs a running silo.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">The configuration.</param>
    /// <param name="problems">Collects configuration problems; if null, start-up fails at the first problem.</param>
    public static IServiceCollection AddPosters(
        this IServiceCollection services, IConfiguration configuration, ConfigurationProblems? problems = null)
    {
        foreach (var problem in S3Settings.Problems(configuration))
            problems?.Add(problem.Setting, problem.Sentence);
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<IPosterEncoder, SkiaPosterEncoder>();
        services.AddSingleton<PictureFetch>();
        services.AddSingleton<IPosterReferences, SqlPosterReferences>();
        services.AddSingleton<PosterMetrics>();
        services.AddSingleton<LargePictures>();
        services.AddSingleton<PosterSweeper>();
        services.AddSingleton(MembershipSetting.Of(configuration) == Membership.Member ? PosterGrace.Member : PosterGrace.Alone);
        services.AddStartupTasks();
        services.AddHostedService<PosterStartup>();
        services.AddRowGrainStorage(PosterStorage.Posters, PosterStorage.PosterRows);
        services.AddRowGrainStorage(PosterStorage.Sources, PosterStorage.SourceRows);
        services.AddRowGrainStorage(PosterStorage.Images, PosterStorage.ImageRows);
        return AddStore(services, configuration);
    }

    private static IServiceCollection AddStore(IServiceCollection services, IConfiguration configuration)
    {
        if (S3Settings.IsConfigured(configuration))
        {
            services.AddSingleton(S3Settings.Line(configuration));
            return services.AddSingleton<IPosterStore>(_ => new S3PosterStore(S3Settings.Read(configuration)));
        }

        var folder = Path.Combine(DataDirectory.Of(configuration), FolderName);
        services.AddSingleton(new StartLine("posters", $"folder {folder}"));
        services.AddSingleton(_ => new FolderPosterStore(folder));
        return services.AddSingleton<IPosterStore>(provider => provider.GetRequiredService<FolderPosterStore>());
    }
}
