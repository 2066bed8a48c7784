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

/// <summary>What posters are made of.</summary>
internal static class PosterSetup
{
    private const string FolderName = "posters";

    /// <summary>Adds the grains' services; posters go to S3 when <c>S3_ENDPOINT</c> is set, else to <c>DATA_DIR/posters</c>.
    /// Must come after the grain runtime, whose start its own start needs.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">Settings.</param>
    /// <param name="problems">Gets what is wrong with them; without it the start fails at the first problem.</param>
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
        if (S3Settings.IsWanted(configuration))
        {
            services.AddSingleton(S3Settings.Line(configuration));
            return services.AddSingleton<IPosterStore>(_ => new S3PosterStore(S3Settings.Read(configuration)));
        }

        var folder = Path.Combine(DataDirectory.Of(configuration), FolderName);
        services.AddSingleton(new StartLine("posters", $"folder {folder}"));
        services.AddSingleton(_ => new FolderPosterStore(folder));
        return services.AddSingleton<IPosterStore>(each => each.GetRequiredService<FolderPosterStore>());
    }
}
