using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>What crosses a grain interface in place of a grain is a reference to it, never the object itself.</summary>
internal static class References
{
    /// <summary>Whether values of that type are grains or observers.</summary>
    public static bool Concerns(Type type) => typeof(IAddressable).IsAssignableFrom(type);

    public static T? Of<T>(T? value)
        where T : class, IAddressable => value switch
        {
            null or GrainReference => value,
            IGrainObserver and not IGrainBase => throw new NotSupportedException(
                $"IGrainObserver parameters must be GrainReference or Grain and cannot be type {value.GetType()}. Did you forget to CreateObjectReference?"),
            _ => value.AsReference<T>(),
        };

    public static async Task<T?> OfResult<T>(Task<T?> result)
        where T : class, IAddressable => Of(await result);
}
