using System.Collections.Concurrent;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>A class of stateless workers: up to n activations for each id, never on the caller's thread.</summary>
internal sealed class StatelessWorkerClass(LocalRuntime runtime, GrainType grainType, Type type, int most)
    : GrainClass(runtime, grainType, type)
{
    private readonly ConcurrentDictionary<IdSpan, WorkerGroup> _groups = new(KeyComparer.Instance);

    public override bool MayInline => false;

    public override IEnumerable<Activation> Activations => _groups.SelectMany(group => group.Value.Members);

    public override Task Send(GrainReference reference, Request request)
    {
        Promise(request);
        return Offer(reference.Key, request) ?? Promised(request);
    }

    public override void Resend(Request request) => Offer(request.Target!.Key, request);

    public override void Forget(Activation activation)
    {
        var group = (WorkerGroup)activation.Parts.Owner!;
        if (group.Remove(activation))
        {
            _groups.TryRemove(new(activation.Key, group));
        }
    }

    private Task? Offer(IdSpan key, Request request)
    {
        while (true)
        {
            if (Runtime.IsStopping && !_groups.ContainsKey(key))
            {
                return Refuse(request, LocalRuntime.Stopped());
            }

            var group = _groups.GetOrAdd(key, static (_, most) => new WorkerGroup(most), most);
            switch (group.Offer(this, key, request, out var worker))
            {
                case Admission.Accepted:
                    return null;
                case Admission.Failed:
                    return Refuse(request, worker!.Parts.Failure!);
            }
        }
    }
}
