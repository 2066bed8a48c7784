using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Registers what reads the provider's topic.</summary>
internal static class TopicSetup
{
    /// <summary>Adds it. Without brokers there is no consumer; dead letters of former times can be listed and replayed all the same.</summary>
    public static void AddTopic(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<TopicDeadLetters>();
        services.AddSingleton<TopicIntake>();
        services.AddCommand<DeadRecordsCommand>();
        services.AddCommand<ReplayRecordsCommand>();
        if (TopicSettings.Read(settings) is not { } topic) return;
        services.AddSingleton(topic);
        services.AddSingleton<TopicFigures>();
        services.AddSingleton(new StartLine("topic", $"{topic}, group {topic.Group}"));
        services.AddHostedService<TopicConsumer>();
    }
}
