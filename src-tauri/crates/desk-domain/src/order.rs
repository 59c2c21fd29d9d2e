//! The life of an order at the desk: draft → ready → printed → signed → in
//! force, or void. Refuses every step that skips a signature or a printing.

use crate::refusal::refusal_codes;
use crate::staff::Permission;
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// 草稿: being filled in; something is missing.
    Draft,
    /// 可打印: nothing is missing.
    Ready,
    /// 已打印: has an agreement number; waits for signatures.
    Printed,
    /// 已签字: the signed paper is in; waits for the manager or the date.
    Signed,
    /// 已生效.
    InForce,
    /// 已作废: with a reason; keeps its number.
    Void,
}

/// What the desk does to an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrderStep {
    /// The form changed and something is missing (again).
    FallShort,
    /// The form changed and nothing is missing; or a manager lets through what is.
    Complete,
    /// Two copies and the form were printed.
    Print,
    /// The signed paper was filed.
    Sign,
    /// Both signatures are there and the day has come.
    TakeEffect,
    /// Given up, with a reason.
    Void,
}

/// Why an order does not take a step.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OrderError {
    /// No order takes this step from where it stands.
    #[error("no step {step} from {state}")]
    Step {
        /// Where it stands.
        state: &'static str,
        /// What was to be done.
        step: &'static str,
    },
}

refusal_codes!(OrderError { Step { state, step } => "OrderStep" });

impl OrderState {
    /// Every state, in the order of an order's life.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Ready,
        Self::Printed,
        Self::Signed,
        Self::InForce,
        Self::Void,
    ];

    /// 草稿, 可打印, 待签字, 已签字, 已生效, 已作废.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Draft => "草稿",
            Self::Ready => "可打印",
            Self::Printed => "待签字",
            Self::Signed => "已签字",
            Self::InForce => "已生效",
            Self::Void => "已作废",
        }
    }

    /// Whether the form may still be changed: not once it is printed.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Ready)
    }

    /// The state after a step.
    ///
    /// # Errors
    /// [`OrderError::Step`] when no order takes this step from here. An order
    /// in force is not voided: it ends by closing the number (协议五（一）).
    pub fn after(self, step: OrderStep) -> Result<Self, OrderError> {
        use OrderStep::{Complete, FallShort, Print, Sign, TakeEffect, Void};
        match (self, step) {
            (Self::Draft | Self::Ready, FallShort) => Ok(Self::Draft),
            (Self::Draft | Self::Ready, Complete) => Ok(Self::Ready),
            (Self::Ready, Print) => Ok(Self::Printed),
            (Self::Printed, Sign) => Ok(Self::Signed),
            (Self::Signed, TakeEffect) => Ok(Self::InForce),
            (Self::Draft | Self::Ready | Self::Printed | Self::Signed, Void) => Ok(Self::Void),
            (state, step) => Err(OrderError::Step {
                state: state.chinese(),
                step: step.chinese(),
            }),
        }
    }
}

impl OrderStep {
    /// Every step there is.
    pub const ALL: [Self; 6] = [
        Self::FallShort,
        Self::Complete,
        Self::Print,
        Self::Sign,
        Self::TakeEffect,
        Self::Void,
    ];

    /// 退回草稿, 填完, 打印, 登记签署, 生效, 作废.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::FallShort => "退回草稿",
            Self::Complete => "填完",
            Self::Print => "打印",
            Self::Sign => "登记签署",
            Self::TakeEffect => "生效",
            Self::Void => "作废",
        }
    }

    /// What one must be allowed to do to take this step from `state`: voiding
    /// something that was printed is the manager's.
    #[must_use]
    pub fn permission(self, state: OrderState) -> Permission {
        if self == Self::Void && !state.is_open() {
            Permission::VoidAgreement
        } else {
            Permission::TakeOrders
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::Role;
    use proptest::prelude::*;

    #[test]
    fn clause_8_3_an_order_is_in_force_only_when_printed_and_signed() {
        let path = [
            OrderStep::Complete,
            OrderStep::Print,
            OrderStep::Sign,
            OrderStep::TakeEffect,
        ];
        let mut state = OrderState::Draft;
        for step in path {
            assert!(state.after(OrderStep::TakeEffect).is_err() || step == OrderStep::TakeEffect);
            state = state.after(step).unwrap();
        }
        assert_eq!(state, OrderState::InForce);
    }

    #[test]
    fn a_draft_is_not_printed_and_a_printed_order_is_not_changed() {
        let error = OrderError::Step {
            state: "草稿",
            step: "打印",
        };
        assert_eq!(OrderState::Draft.after(OrderStep::Print), Err(error));
        for step in [OrderStep::FallShort, OrderStep::Complete, OrderStep::Print] {
            assert!(OrderState::Printed.after(step).is_err());
        }
    }

    #[test]
    fn nothing_leads_out_of_void_and_in_force() {
        for state in [OrderState::Void, OrderState::InForce] {
            for step in OrderStep::ALL {
                assert!(state.after(step).is_err(), "{state:?} {step:?}");
            }
        }
    }

    #[test]
    fn only_a_manager_voids_what_was_printed() {
        let permission = OrderStep::Void.permission(OrderState::Printed);
        assert!(Role::Manager.may(permission) && !Role::FrontDesk.may(permission));
        assert!(Role::FrontDesk.may(OrderStep::Void.permission(OrderState::Draft)));
    }

    proptest! {
        #[test]
        fn no_path_reaches_in_force_without_printed_and_then_signed(
            steps in prop::collection::vec(0_usize..6, 0..60),
        ) {
            let mut state = OrderState::Draft;
            let mut visited = vec![state];
            for step in steps.into_iter().map(|i| OrderStep::ALL[i]) {
                if let Ok(next) = state.after(step) {
                    state = next;
                    visited.push(next);
                }
            }
            if state == OrderState::InForce {
                let tail = &visited[visited.len() - 4..];
                let due =
                    [OrderState::Ready, OrderState::Printed, OrderState::Signed, OrderState::InForce];
                prop_assert_eq!(tail, due);
            }
        }

        #[test]
        fn an_order_is_printed_once_at_most(steps in prop::collection::vec(0_usize..6, 0..60)) {
            let mut state = OrderState::Draft;
            let mut printings = 0;
            for step in steps.into_iter().map(|i| OrderStep::ALL[i]) {
                if let Ok(next) = state.after(step) {
                    printings += u32::from(next == OrderState::Printed);
                    state = next;
                }
            }
            prop_assert!(printings <= 1);
        }
    }
}
