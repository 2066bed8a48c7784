namespace Actors.Cluster.Caching;

/// <summary>What Redis does in one step. KEYS: the value, its lease.</summary>
internal static class RedisScripts
{
    /// <summary>ARGV: the version that is wanted, a token, the lease's milliseconds. The value's moment and body; else 1 when the lease was taken, 0 when somebody has it.</summary>
    public const string FindOrLease = """
        if redis.call('HGET', KEYS[1], 'version') == ARGV[1] then return redis.call('HMGET', KEYS[1], 'made', 'body') end
        if redis.call('SET', KEYS[2], ARGV[2], 'NX', 'PX', ARGV[3]) then return 1 end
        return 0
        """;

    /// <summary>ARGV: the token, version, moment, body, milliseconds to keep it. 0: the lease is another's by now.</summary>
    public const string Publish = """
        if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
        redis.call('HSET', KEYS[1], 'version', ARGV[2], 'made', ARGV[3], 'body', ARGV[4])
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
        redis.call('DEL', KEYS[2])
        return 1
        """;

    /// <summary>ARGV: the token.</summary>
    public const string Release = "if redis.call('GET', KEYS[2]) == ARGV[1] then return redis.call('DEL', KEYS[2]) end return 0";
}
