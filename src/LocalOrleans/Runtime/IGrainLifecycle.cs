namespace Orleans.Runtime;

/// <summary>The stages of one activation: <see cref="GrainLifecycleStage"/>.</summary>
public interface IGrainLifecycle : ILifecycleObservable;
