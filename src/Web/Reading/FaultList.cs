using System.Collections.Immutable;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>The faults of one request, in the order found. Past <see cref="Max"/> they are not kept: an answer must not outgrow its request.</summary>
public sealed class FaultList
{
    /// <summary>How many faults an answer lists.</summary>
    public const int Max = 1000;

    private ImmutableArray<Fault>.Builder? _faults;

    /// <summary>True while nothing is wrong.</summary>
    public bool Ok => _faults is null;

    /// <summary>How many faults are kept.</summary>
    public int Count => _faults?.Count ?? 0;

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault)
    {
        _faults ??= ImmutableArray.CreateBuilder<Fault>();
        if (_faults.Count < Max)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>The refusal that lists them.</summary>
    public ApiError ToError() => ApiError.Invalid(_faults?.ToImmutable() ?? []);
}
