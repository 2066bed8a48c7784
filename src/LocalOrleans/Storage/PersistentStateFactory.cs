using Microsoft.Extensions.DependencyInjection;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Makes what stands behind <see cref="IPersistentState{TState}"/> parameters.</summary>
internal static class PersistentStateFactory
{
    public static Func<Activation, object> For(Type parameterType, PersistentStateAttribute facet)
    {
        var make = typeof(PersistentStateFactory).GetMethod(nameof(Make))!.MakeGenericMethod(parameterType.GetGenericArguments())
            .CreateDelegate<Func<Activation, PersistentStateAttribute, object>>();
        return activation => make(activation, facet);
    }

    public static object Make<TState>(Activation activation, PersistentStateAttribute facet)
    {
        var services = activation.Runtime.Services;
        var storage = facet.StorageName is null ? services.GetService<IGrainStorage>() : services.GetKeyedService<IGrainStorage>(facet.StorageName);
        var state = new PersistentState<TState>(facet.StateName, activation, storage ?? throw NoStorage(activation, facet));
        activation.Lifecycle.Subscribe(facet.StateName, GrainLifecycleStage.SetupState, state);
        return state;
    }

    private static OrleansConfigurationException NoStorage(Activation activation, PersistentStateAttribute facet) => new(
        facet.StorageName is null
            ? $"No default storage provider found loading grain type {activation.Class.Type}."
            : $"No storage provider named \"{facet.StorageName}\" found loading grain type {activation.Class.Type}.");
}
