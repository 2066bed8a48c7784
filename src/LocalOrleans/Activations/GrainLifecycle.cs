using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The stages of one activation.</summary>
internal sealed class GrainLifecycle : StagedLifecycle, IGrainLifecycle;
