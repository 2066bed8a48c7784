using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>Makes references to the grains of one runtime.</summary>
internal sealed class GrainFactory(LocalRuntime runtime) : IClusterClient
{
    public IServiceProvider ServiceProvider => runtime.Services;

    public T GetGrain<T>(Guid primaryKey, string? grainClassNamePrefix = null)
        where T : IGrainWithGuidKey => Make<T>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public T GetGrain<T>(long primaryKey, string? grainClassNamePrefix = null)
        where T : IGrainWithIntegerKey => Make<T>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public T GetGrain<T>(string primaryKey, string? grainClassNamePrefix = null)
        where T : IGrainWithStringKey => Make<T>(TextKey(primaryKey), grainClassNamePrefix);

    public T GetGrain<T>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where T : IGrainWithGuidCompoundKey =>
        Make<T>(GrainIdKeyExtensions.CreateGuidKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public T GetGrain<T>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where T : IGrainWithIntegerCompoundKey =>
        Make<T>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        (IGrain)GetGrain(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        (IGrain)GetGrain(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) =>
        (IGrain)GetGrain(grainInterfaceType, TextKey(grainPrimaryKey));

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        (IGrain)GetGrain(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey, Extension(keyExtension)));

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        (IGrain)GetGrain(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey, Extension(keyExtension)));

    public T GetGrain<T>(GrainId grainId)
        where T : IAddressable => (T)(object)runtime.References.Make(typeof(T), runtime.Classes.Of(grainId.Type), grainId.Key);

    public IAddressable GetGrain(GrainId grainId) => runtime.References.Untyped(runtime.Classes.Of(grainId.Type), grainId.Key);

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => Make(interfaceType, grainKey, null);

    public T CreateObjectReference<T>(IGrainObserver obj)
        where T : IGrainObserver
    {
        if (obj is null or GrainReference or IGrainBase)
        {
            throw new ArgumentException("An observer is an object of your own, neither null nor a grain.", nameof(obj));
        }

        return (T)(object)runtime.References.Make(typeof(T), runtime.Observers, runtime.Observers.Add(obj));
    }

    public void DeleteObjectReference<T>(IGrainObserver obj)
        where T : IGrainObserver
    {
        if (obj is not GrainReference reference)
        {
            throw new ArgumentException("What is deleted is the reference, not the observer.", nameof(obj));
        }

        if (!runtime.Observers.Remove(reference.Key))
        {
            throw new ArgumentException("The reference is not known, or has been deleted already.", nameof(obj));
        }
    }

    private static IdSpan TextKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return IdSpan.Create(key);
    }

    private static string Extension(string extension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(extension);
        return extension;
    }

    private T Make<T>(IdSpan key, string? prefix) => (T)(object)Make(typeof(T), key, prefix);

    private GrainReference Make(Type interfaceType, IdSpan key, string? prefix) =>
        runtime.References.Make(interfaceType, runtime.Classes.Implementing(interfaceType, prefix), key);
}
