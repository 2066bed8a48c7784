using System.Collections.Immutable;
using Actors.Web.Errors;

namespace Actors.Web.Reading;

/// <summary>
/// The faults of one request, in order. Faults beyond <see cref="Max"/> are dropped, so that a response cannot be much larger than its request.
/// </summary>
public sealed class FaultList
{
    /// <summary>Maximum number of faults in a response.</summary>
    public const int Max = 1000;

    private ImmutableArray<Fault>.Builder? _faults;

    /// <summary>True if there is no fault so far.</summary>
    public bool Ok => _faults is null;

    /// <summary>The number of listed faults.</summary>
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

    /// <summary>The error that lists the faults.</summary>
    public ApiError ToError() => ApiError.Invalid(_faults?.ToImmutable() ?? []);
}
