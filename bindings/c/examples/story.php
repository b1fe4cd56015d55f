<?php
// The story of story.c in PHP, through its FFI:
//
//     php -d ffi.enable=1 story.php PREFIX
//
// PREFIX is where the library was installed.

declare(strict_types=1);

/** A no, with its status. The problem is what the library said, decoded. */
final class Problem extends RuntimeException
{
    public function __construct(public readonly int $status, public readonly array $problem)
    {
        parent::__construct($problem['message'] ?? 'no word');
    }
}

/** An open engine. It closes itself. */
final class Engine
{
    private static ?FFI $lib = null;
    private FFI\CData $engine;

    public static function load(string $prefix): void
    {
        $header = file_get_contents("$prefix/include/interlink.ffi.h");
        self::$lib = FFI::cdef($header, "$prefix/lib/libinterlink.so");
    }

    public function __construct(string $url)
    {
        $opened = self::$lib->new('interlink_engine *');
        self::call(fn ($result) => self::$lib->interlink_open($url, strlen($url), FFI::addr($opened), $result));
        $this->engine = $opened;
    }

    public function __destruct()
    {
        if (isset($this->engine)) {
            self::$lib->interlink_close($this->engine);
        }
    }

    public function execute(array $command): array
    {
        $text = json_encode($command, JSON_THROW_ON_ERROR);
        return self::json(fn ($result) => self::$lib->interlink_execute($this->engine, $text, strlen($text), $result));
    }

    public function request(array $request): array
    {
        $text = json_encode($request, JSON_THROW_ON_ERROR);
        return self::json(fn ($result) => self::$lib->interlink_request($this->engine, $text, strlen($text), $result));
    }

    public function check(string $actor, string $permission, string $process, string $item, int $at): bool
    {
        $question = self::$lib->new('interlink_question');
        $kept = [];
        foreach (compact('actor', 'permission', 'process', 'item') as $name => $text) {
            $kept[$name] = FFI::new('char[' . max(1, strlen($text)) . ']');
            FFI::memcpy($kept[$name], $text, strlen($text));
            $question->$name->data = FFI::cast('void *', FFI::addr($kept[$name]));
            $question->$name->len = strlen($text);
        }
        $question->at = $at;
        $allowed = self::$lib->new('bool[1]');
        self::call(fn ($result) => self::$lib->interlink_check($this->engine, FFI::addr($question), 1, $allowed, $result));
        return $allowed[0];
    }

    public function exportBundle(string $process): string
    {
        return self::call(fn ($result) => self::$lib->interlink_export($this->engine, $process, strlen($process), true, $result));
    }

    public function importBundle(string $bundle): void
    {
        self::call(fn ($result) => self::$lib->interlink_import($this->engine, $bundle, strlen($bundle), $result));
    }

    private static function json(callable $call): array
    {
        return json_decode(self::call($call), true, 512, JSON_THROW_ON_ERROR)['ok'];
    }

    /** Makes a call, copies what it gave, and frees it. */
    private static function call(callable $call): string
    {
        $result = self::$lib->new('interlink_result');
        $status = $call(FFI::addr($result));
        $text = FFI::isNull($result->bytes) ? '' : FFI::string($result->bytes, $result->len);
        self::$lib->interlink_result_free(FFI::addr($result));
        if ($status !== 0) {
            throw new Problem($status, json_decode($text, true)['problem'] ?? []);
        }
        return $text;
    }
}

final class Story
{
    private ?string $stream = null;
    private int $number = 0;

    public function __construct(private readonly Engine $engine)
    {
    }

    private function send(string $actor, string $type, array $data): array
    {
        $this->number += 1;
        $command = [
            'id' => "s-{$this->number}",
            'at' => sprintf('2026-03-02T09:%02d:00.000Z', $this->number),
            'actor' => $actor,
            'entropy' => sprintf('%032x', $this->number),
            'type' => $type,
            'data' => $data,
        ];
        return $this->engine->execute($this->stream === null ? $command : $command + ['stream' => $this->stream]);
    }

    private function done(string $actor, string $type, string $item): void
    {
        $this->send($actor, $type, ['item' => $item]);
        echo "$actor: $type\n";
    }

    public function tell(): void
    {
        $this->send('anna', 'organisation.register', [
            'organisation' => 'city', 'name' => ['en' => 'The City'], 'kind' => 'public_administration',
            'team_creation' => 'members',
        ]);
        $task = fn (string $objective, string $of, string $key, string $name) => [[
            'key' => $objective, 'name' => ['en' => $of], 'tasks' => [['key' => $key, 'name' => ['en' => $name]]],
        ]];
        $template = $this->engine->request(['add_document' => [
            'document' => 'template', 'id' => 'garden', 'version' => 1, 'name' => ['en' => 'A garden'], 'phases' => [
                ['key' => 'plan', 'name' => ['en' => 'Plan'],
                    'objectives' => $task('meet', 'Meet', 'invite', 'Invite the neighbours')],
                ['key' => 'do', 'name' => ['en' => 'Do'],
                    'prerequisites' => [['item' => 'plan', 'needs' => 'finished']],
                    'objectives' => $task('build', 'Build', 'dig', 'Dig the beds')],
            ],
        ]])['document'];
        $model = $this->engine->request(['models' => new stdClass()])['models'][0]['document'];
        $created = $this->send('anna', 'process.create', [
            'acting_for' => 'city', 'governance' => $model, 'template' => $template, 'language' => 'en',
            'name' => ['en' => 'A garden for all'],
        ]);
        $this->stream = $created['stream'];
        $process = explode('/', $this->stream)[1];

        $tree = $this->engine->request(['tree' => ['process' => $process]]);
        [$invite, $dig] = array_map(fn ($phase) => $phase['children'][0]['children'][0]['item'], $tree['phases']);

        $this->send('anna', 'role.grant', ['holder' => ['person' => 'eva'], 'role' => 'contributor']);
        foreach (['anna', 'eva'] as $who) {
            $may = $this->engine->check($who, 'task.start', $process, $invite, 1772442240000);
            echo "$who may start: ", $may ? 'yes' : 'no', "\n";
        }
        try {
            $this->done('anna', 'task.start', $dig);
        } catch (Problem $problem) {
            echo 'refused: ', $problem->status === 1 ? 'yes' : 'no', "\n", $problem->problem['reasons'][0]['message'], "\n";
        }
        foreach ([$invite, $dig] as $item) {
            $this->done('anna', 'task.start', $item);
            $this->done('anna', 'task.complete', $item);
        }

        $elsewhere = new Engine('memory:');
        $elsewhere->importBundle($this->engine->exportBundle($process));
        foreach ($elsewhere->request(['verify' => new stdClass()])['streams'] as $verified) {
            if ($verified['stream'] === $this->stream) {
                echo "the chain of the garden ends in {$verified['head']}\n";
            }
        }
    }
}

Engine::load($argv[1] ?? '/usr/local');
(new Story(new Engine('memory:')))->tell();
