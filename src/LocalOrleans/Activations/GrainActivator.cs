using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Activations;

/// <summary>Makes grain objects: services come from the activation's scope, facets and the context from the activation.</summary>
internal sealed class GrainActivator
{
    private static readonly ConcurrentDictionary<Type, GrainActivator> Known = new();

    private readonly Func<Activation, object>[] _own;
    private readonly bool _needsServices;
    private readonly ObjectFactory? _factory;

    private GrainActivator(Type type)
    {
        var parameters = type.GetConstructors().MaxBy(each => each.GetParameters().Length)?.GetParameters() ?? [];
        var own = parameters.Where(IsOwn).ToArray();
        _own = [.. own.Select(Source)];
        _needsServices = parameters.Length > own.Length;
        if (type is { IsInterface: false, IsAbstract: false })
        {
            _factory = ActivatorUtilities.CreateFactory(type, [.. own.Select(parameter => parameter.ParameterType)]);
        }
    }

    public static GrainActivator For(Type type) => Known.GetOrAdd(type, static each => new GrainActivator(each));

    public object Create(Activation activation)
    {
        var services = _needsServices ? activation.ActivationServices : activation.Runtime.Services;
        return _factory!(services, _own.Length == 0 ? [] : [.. _own.Select(source => source(activation))]);
    }

    public static async ValueTask DisposeAsync(object? grain)
    {
        if (grain is IAsyncDisposable asynchronous)
        {
            await asynchronous.DisposeAsync();
        }
        else
        {
            (grain as IDisposable)?.Dispose();
        }
    }

    private static bool IsOwn(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(IGrainContext) || parameter.IsDefined(typeof(PersistentStateAttribute));

    private static Func<Activation, object> Source(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<PersistentStateAttribute>() is { } facet
            ? PersistentStateFactory.For(parameter.ParameterType, facet)
            : static activation => activation;
}
