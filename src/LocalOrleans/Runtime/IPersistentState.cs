using Orleans.Core;

namespace Orleans.Runtime;

/// <summary>A record of a grain, read before the grain is activated.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
