//! What a call through the C interface costs beside the same call in Rust: the functions are called through pointers that
//! the compiler cannot see through, as a program does that links the library.
#![expect(unsafe_code, reason = "it calls what C calls")]

use std::ffi::c_char;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use interlink::consent::PurposeRef;
use interlink::governance::Permission;
use interlink::kernel::{Command, Engine, HostQuestion};
use interlink::types::{HostId, Timestamp};
use interlink_c::{
    InterlinkBytes, InterlinkConsentQuestion, InterlinkEngine, InterlinkQuestion, InterlinkResult,
    InterlinkStatus, interlink_check, interlink_check_consent, interlink_close, interlink_execute,
    interlink_import, interlink_open, interlink_result_free,
};
use testkit::city::City;

fn bytes(text: &str) -> InterlinkBytes {
    InterlinkBytes { data: text.as_ptr().cast(), len: text.len() }
}

const NOTHING: InterlinkResult = InterlinkResult { bytes: std::ptr::null_mut(), len: 0 };

fn open() -> *mut InterlinkEngine {
    let (mut engine, url) = (std::ptr::null_mut(), "memory:");
    // SAFETY: everything that is pointed to is there.
    let status =
        unsafe { interlink_open(url.as_ptr().cast(), url.len(), &raw mut engine, std::ptr::null_mut()) };
    assert_eq!(status, InterlinkStatus::Ok);
    engine
}

/// The same city in Rust and behind the C interface.
fn both(city: &City) -> *mut InterlinkEngine {
    let bundle = city.town.engine.export_bundle(city.process, true).unwrap();
    let engine = open();
    // SAFETY: everything that is pointed to is there.
    let status =
        unsafe { interlink_import(engine, bundle.as_ptr().cast(), bundle.len(), std::ptr::null_mut()) };
    assert_eq!(status, InterlinkStatus::Ok);
    engine
}

fn checks(c: &mut Criterion) {
    let city = City::new("memory:");
    let (rust, at) = (&city.town.engine, city.town.now());
    let engine = both(&city);
    let names: Vec<String> = (0..100).map(|n| testkit::host(&format!("person-{n}")).to_string()).collect();
    let (process, items): (String, Vec<String>) =
        (city.process.to_string(), city.tasks.iter().map(ToString::to_string).collect());
    let permissions =
        [Permission::TaskStart, Permission::AssetCreate, Permission::ProcessView, Permission::ItemAdd];
    let pick = |n: usize| (n * 7 % 100, permissions[n % 4], n * 13 % 100);
    let hosts: Vec<HostId> = names.iter().map(|name| name.parse().unwrap()).collect();
    let of_rust: Vec<HostQuestion<'_>> = (0..1000)
        .map(pick)
        .map(|(who, permission, item)| HostQuestion {
            actor: &hosts[who],
            permission,
            process: city.process,
            item: Some(city.tasks[item]),
            at,
        })
        .collect();
    let of_c: Vec<InterlinkQuestion> = (0..1000)
        .map(pick)
        .map(|(who, permission, item)| InterlinkQuestion {
            actor: bytes(&names[who]),
            permission: bytes(permission.as_str()),
            process: bytes(&process),
            item: bytes(&items[item]),
            at: at.as_millis(),
        })
        .collect();
    let call = black_box(interlink_check as unsafe extern "C" fn(_, _, usize, _, _) -> _);
    let ask = |questions: &[InterlinkQuestion], allowed: &mut [bool]| {
        let mut result = NOTHING;
        // SAFETY: everything that is pointed to is there.
        let status = unsafe {
            call(
                engine.cast_const(),
                questions.as_ptr(),
                questions.len(),
                allowed.as_mut_ptr(),
                &raw mut result,
            )
        };
        assert_eq!(status, InterlinkStatus::Ok);
    };
    let mut allowed = vec![false; of_c.len()];
    ask(&of_c, &mut allowed);
    let mut checks = rust.checks().unwrap();
    assert!(of_rust.iter().zip(&allowed).all(|(q, c)| checks.allows(q).unwrap() == *c), "both say the same");

    let mut group = c.benchmark_group("calls/check");
    let mut next = (0..1000).cycle();
    group.bench_function("one, in Rust, from texts", |b| {
        b.iter(|| {
            let (who, permission, item) = pick(next.next().unwrap());
            let actor: HostId = black_box(&names[who]).parse().unwrap();
            let question = HostQuestion {
                actor: &actor,
                permission: black_box(permission.as_str()).parse().unwrap(),
                process: black_box(&process).parse().unwrap(),
                item: Some(black_box(&items[item]).parse().unwrap()),
                at: Timestamp::from_millis(black_box(at.as_millis())).unwrap(),
            };
            rust.checks().unwrap().allows(&question).unwrap()
        });
    });
    let mut next = of_rust.iter().cycle();
    group.bench_function("one, in Rust, from values", |b| {
        b.iter(|| rust.checks().unwrap().allows(black_box(next.next().unwrap())).unwrap());
    });
    let (mut next, mut one) = (of_c.iter().cycle(), [false]);
    group.bench_function("one, through C", |b| {
        b.iter(|| ask(std::slice::from_ref(black_box(next.next().unwrap())), &mut one));
    });
    group.bench_function("1000 in one call, in Rust, from values", |b| {
        b.iter(|| {
            let mut checks = rust.checks().unwrap();
            of_rust.iter().filter(|q| checks.allows(black_box(q)).unwrap()).count()
        });
    });
    group.bench_function("1000 in one call, through C", |b| b.iter(|| ask(black_box(&of_c), &mut allowed)));
    consent(&mut group, rust, engine);
    group.finish();
    // SAFETY: nobody uses it any more.
    unsafe { interlink_close(engine) };
}

type Group<'a> = criterion::BenchmarkGroup<'a, criterion::measurement::WallTime>;

fn consent(group: &mut Group<'_>, rust: &Engine, engine: *mut InterlinkEngine) {
    let (name, organisation) = (testkit::host("person-1"), "0123456789abcdef0123456789abcdef");
    let at = Timestamp::from_millis(1_772_442_000_000).unwrap();
    group.bench_function("consent, in Rust, from texts", |b| {
        b.iter(|| {
            let person: HostId = black_box(name.as_str()).parse().unwrap();
            let purpose = PurposeRef {
                organisation_id: black_box(organisation).parse().unwrap(),
                purpose: black_box("news").parse().unwrap(),
            };
            rust.consents().unwrap().check_host(&person, &purpose, at).unwrap().allowed
        });
    });
    let question = InterlinkConsentQuestion {
        person: bytes(name.as_str()),
        organisation_id: bytes(organisation),
        purpose: bytes("news"),
        at: at.as_millis(),
    };
    let (call, mut allowed) =
        (black_box(interlink_check_consent as unsafe extern "C" fn(_, _, usize, _, _) -> _), false);
    group.bench_function("consent, through C", |b| {
        b.iter(|| {
            // SAFETY: everything that is pointed to is there.
            unsafe {
                call(
                    engine.cast_const(),
                    black_box(&raw const question),
                    1_usize,
                    &raw mut allowed,
                    std::ptr::null_mut(),
                )
            }
        });
    });
}

/// A command that founds another organisation each time.
fn command(n: u64) -> String {
    format!(
        "{{\"id\":\"c-{n}\",\"at\":\"2026-03-02T09:00:00.000Z\",\"actor\":\"anna\",\"entropy\":\"1{n:031x}\",\
         \"type\":\"organisation.register\",\"data\":{{\"organisation\":\"city-{n}\",\"name\":{{\"en\":\"City\"}},\
         \"kind\":\"citizen\",\"team_creation\":\"anyone\"}}}}"
    )
}

/// On an engine of their own each time, so that neither side has the larger record.
fn execute(c: &mut Criterion) {
    let mut group = c.benchmark_group("calls/execute");
    let commands: Vec<String> = (1..=200).map(command).collect();
    group.bench_function("200, in Rust, from JSON to JSON", |b| {
        b.iter(|| {
            let rust = Engine::open("memory:").unwrap();
            for text in &commands {
                let executed = rust.execute(&Command::from_json(text.as_bytes()).unwrap()).unwrap();
                black_box(interlink::kernel::Outcome::Ok(executed.into()).to_json());
            }
        });
    });
    let call = black_box(interlink_execute as unsafe extern "C" fn(_, *const c_char, _, _) -> _);
    group.bench_function("200, through C", |b| {
        b.iter(|| {
            let engine = open();
            for text in &commands {
                let mut result = NOTHING;
                // SAFETY: everything that is pointed to is there, and the result is freed once.
                unsafe {
                    let (data, len) = (text.as_ptr().cast(), text.len());
                    assert_eq!(call(engine.cast_const(), data, len, &raw mut result), InterlinkStatus::Ok);
                    interlink_result_free(&raw mut result);
                }
            }
            // SAFETY: nobody uses it any more.
            unsafe { interlink_close(engine) };
        });
    });
    group.finish();
}

criterion_group!(benches, checks, execute);
criterion_main!(benches);
