using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>An observer's owner has dropped it.</summary>
internal sealed class ObserverGoneException(GrainId id) : OrleansException($"The object behind {id} no longer exists.");
