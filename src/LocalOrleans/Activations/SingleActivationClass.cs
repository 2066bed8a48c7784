using System.Collections.Concurrent;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The ordinary grain class: one activation for each id.</summary>
internal sealed class SingleActivationClass(LocalRuntime runtime, GrainType grainType, Type type) : GrainClass(runtime, grainType, type)
{
    private readonly ConcurrentDictionary<IdSpan, Activation> _directory = new(KeyComparer.Instance);

    public override bool MayInline => true;

    public override IEnumerable<Activation> Activations => _directory.Select(entry => entry.Value);

    public override Task Send(GrainReference reference, Request request)
    {
        while (true)
        {
            var activation = Find(reference.Key, request, inline: !request.Traits.OneWay);
            if (activation is null)
            {
                return Refuse(request, LocalRuntime.Stopped());
            }

            reference.LastActivation = activation;
            if (activation.TryRunInline(request) is var run and not InlineRun.Refused)
            {
                return Runtime.Settle(request, run);
            }

            Promise(request);
            switch (activation.Enqueue(request))
            {
                case Admission.Accepted:
                    return Promised(request);
                case Admission.Failed:
                    return Refuse(request, activation.Parts.Failure!);
            }
        }
    }

    public override void Resend(Request request)
    {
        var key = request.Target!.Key;
        while (true)
        {
            var activation = Find(key, request, inline: false);
            var admission = activation?.Enqueue(request);
            if (admission == Admission.Accepted)
            {
                return;
            }

            if (admission != Admission.Gone)
            {
                Refuse(request, activation?.Parts.Failure ?? LocalRuntime.Stopped());
                return;
            }
        }
    }

    public override void Forget(Activation activation) => _directory.TryRemove(new(activation.Key, activation));

    private Activation? Find(IdSpan key, Request cause, bool inline)
    {
        if (_directory.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Runtime.IsStopping)
        {
            return null;
        }

        var made = new Activation(this, key);
        var winner = _directory.GetOrAdd(key, made);
        if (ReferenceEquals(winner, made))
        {
            made.Start(inline && cause.Flow is not { CanReturn: false }, cause);
        }

        return winner;
    }
}
