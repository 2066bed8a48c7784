using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Core.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Registers the consumer of the provider's topic.</summary>
internal static class TopicSetup
{
    /// <summary>Without brokers there is no consumer, but existing dead letters can still be listed and replayed.</summary>
    public static void AddTopic(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<TopicDeadLetters>();
        services.AddSingleton<TopicIntake>();
        services.AddCommand<DeadRecordsCommand>();
        services.AddCommand<ReplayRecordsCommand>();
        if (TopicSettings.Read(settings) is not { } topic) return;
        services.AddSingleton(topic);
        services.AddSingleton<TopicMetrics>();
        services.AddSingleton(new StartLine("topic", $"{topic}, group {topic.Group}"));
        services.AddHostedService<TopicConsumer>();
    }
}
